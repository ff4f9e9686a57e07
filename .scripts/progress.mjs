/** A reason to stop that needs no stack: the message is for whoever typed the command. */
export class Refusal extends Error {}

/** Prints one line. */
export const note = (line) => console.log(line);

/** Runs a long piece of work and shows for how long; on a terminal the seconds count. */
export async function step(title, work) {
  const begin = Date.now();
  const seconds = () => `${Math.round((Date.now() - begin) / 1000)} s`;
  const isLive = process.stdout.isTTY;
  const show = () => process.stdout.write(`\r${title} … ${seconds()}`);
  if (isLive) show();
  else note(`${title} …`);
  const ticking = isLive ? setInterval(show, 1000) : undefined;
  try {
    const result = await work();
    note(isLive ? `\r${title}: done in ${seconds()}   ` : `${title}: done in ${seconds()}`);
    return result;
  } catch (error) {
    if (isLive) note('');
    throw error;
  } finally {
    clearInterval(ticking);
  }
}

/** Ends the process after an error: a refusal in one line, anything else with its stack. */
export function stopWith(error) {
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(error.exitCode ?? 1);
}
