const NUMBER = /^\d+$/;

/**
 * An object of these members. Where all are called by numbers, as pictures are by their widths, V8 would set aside room
 * for every number below: 15 KB for two addresses. What JSON.parse made has room for those there are.
 */
export function objectOf<Value>(members: readonly (readonly [string, Value])[]): Record<string, Value> {
  if (members.length === 0 || !members.every(([key]) => NUMBER.test(key))) return Object.fromEntries(members);
  const object = JSON.parse(`{${members.map(([key]) => `"${key}":0`).join(',')}}`) as Record<string, Value>;
  for (const [key, value] of members) object[key] = value;
  return object;
}
