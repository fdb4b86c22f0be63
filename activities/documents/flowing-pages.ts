import { pageCountOf } from './pdf-facts.ts';

/** Classes of styles/paper.css, largest type first. */
const textSizes = [0, 1, 2] as const;

// What needs several pages anyway is set as most papers are.
const flowingTextSize = 1;

/** Prints a notice or form on one page if some type of it fits, else over as many as it needs, each numbered. */
export async function printFlowing(
  print: (page: { readonly textSize: number }) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  for (const textSize of textSizes) {
    const pdf = await print({ textSize });
    if (pageCountOf(pdf) === 1) return pdf;
  }
  return print({ textSize: flowingTextSize });
}
