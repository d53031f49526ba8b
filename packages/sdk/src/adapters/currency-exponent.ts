/** Currencies whose minor unit is not the hundredth part (ISO 4217), by how many decimals they have. */
const OTHERS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const EXPONENTS = new Map(Object.entries(OTHERS).flatMap(([exponent, codes]) => codes.split(' ').map((code) => [code, Number(exponent)] as const)));

/** How many decimals a currency has: 0 for VND and JPY, 3 for KWD, else 2. @param currency three capitals. */
export const currencyExponent = (currency: string): number => EXPONENTS.get(currency) ?? 2;
