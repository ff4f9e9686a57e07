/** Of this program. A spec keeps it that of package.json. */
export const VERSION = '0.1.0';
