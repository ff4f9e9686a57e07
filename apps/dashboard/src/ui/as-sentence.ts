/** What a program says, ended as a person would: with a full stop, unless it ends already. */
export const asSentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);
