/** No book and no collection has this id. */
export const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';
