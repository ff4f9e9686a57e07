import { Prisma } from '../client.js';

const TIMES = new Set(['modifiedAt', 'lastTimeStartedReading', 'lastTimeFinished']);

/** A part of a reading state as a column holds it: times as text. */
export function partToJson(part: object | undefined) {
  return part ? (JSON.parse(JSON.stringify(part)) as Prisma.InputJsonObject) : Prisma.DbNull;
}

/** The same, back. */
export function partFromJson<Part>(json: Prisma.JsonValue): Part {
  const entries = Object.entries(json as Prisma.JsonObject);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, TIMES.has(key) ? new Date(value as string) : value]),
  ) as Part;
}
