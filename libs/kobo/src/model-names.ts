/** Model numbers: the last digits of the platform id, and the number in the user agent. */
const MODELS: Readonly<Record<number, string>> = {
  310: 'Kobo Touch',
  320: 'Kobo Touch C',
  330: 'Kobo Glo',
  340: 'Kobo Mini',
  350: 'Kobo Aura HD',
  360: 'Kobo Aura',
  370: 'Kobo Aura H2O',
  371: 'Kobo Glo HD',
  372: 'Kobo Touch 2.0',
  373: 'Kobo Aura ONE',
  374: 'Kobo Aura H2O Edition 2',
  375: 'Kobo Aura Edition 2',
  376: 'Kobo Clara HD',
  377: 'Kobo Forma',
  378: 'Kobo Aura H2O Edition 2',
  379: 'Kobo Aura Edition 2',
  380: 'Kobo Forma',
  381: 'Kobo Aura ONE Limited Edition',
  382: 'Kobo Nia',
  383: 'Kobo Sage',
  384: 'Kobo Libra H2O',
  386: 'Kobo Clara 2E',
  387: 'Kobo Elipsa',
  388: 'Kobo Libra 2',
  389: 'Kobo Elipsa 2E',
  390: 'Kobo Libra Colour',
  391: 'Kobo Clara BW',
  393: 'Kobo Clara Colour',
  395: 'Kobo Clara BW',
};

/** The name a model is sold under, from its number ("0390") or a platform id that ends in it; undefined if unknown. */
export function modelName(numberOrPlatformId: string | undefined): string | undefined {
  const digits = /^(?:0{8}(?:-0{4}){3}-0{9}|0?)(\d{3})$/.exec(numberOrPlatformId ?? '')?.[1];
  return digits === undefined ? undefined : MODELS[Number(digits)];
}
