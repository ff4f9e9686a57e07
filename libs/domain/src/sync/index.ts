export * from './entitlement.js';
export * from './habits.js';
export * from './page-in-making.js';
export * from './page.js';
export * from './position.js';
