export { gapsBetween, mostAtOnce, type AskedRequest } from './asked.js';
export { editionsOf, printId } from './books/editions.js';
export { aShopBook, shopBooks } from './books/invented-books.js';
export { titleLine, type ShopBook, type ShopPerson, type ShopSeries } from './books/shop-book.js';
export { FAULT_NAMES, type Fault, type FaultName, type FaultWhen } from './faults/fault.js';
export type { Manners } from './manners.js';
export { ShopServer } from './shop-server.js';
