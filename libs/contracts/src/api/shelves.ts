import { z } from 'zod';
import { Id, pageOf, Time } from './primitives.js';

/** A user's list of books; a collection on a Kobo. */
export const Shelf = z.object({
  id: Id,
  name: z.string(),
  bookCount: z.number().int(),
  createdAt: Time,
  updatedAt: Time,
});
export type Shelf = z.infer<typeof Shelf>;

export const ShelfPage = pageOf(Shelf);
export type ShelfPage = z.infer<typeof ShelfPage>;

/** POST /api/shelves, PATCH /api/shelves/:id */
export const NewShelf = z.object({ name: z.string().trim().min(1).max(200) });
export type NewShelf = z.infer<typeof NewShelf>;
