export default async function stop() {
  await globalThis.octavoTestServers?.stop();
}
