import { type AttributeVocabulary, type DominantColour, TREND_VOCABULARY, dominantColours } from '@vua/models/trend';
import { type DownloadDeps, type DownloadRefusal, downloadImage } from './download-image.ts';
import type { GarmentTag, GarmentTagger } from './garment-tagger.ts';
import type { ImageDecoder, ImageRefusal } from './image-decoder.ts';

export interface ColourTaggerDeps extends Partial<Omit<DownloadDeps, 'origins'>>, Pick<DownloadDeps, 'origins'> {
  readonly decoder: ImageDecoder;
  /** Without one no garments are told. */
  readonly garments?: GarmentTagger;
}

export type ImageTags =
  | { readonly status: 'tagged'; readonly colours: readonly DominantColour[]; readonly garments: readonly GarmentTag[] }
  | { readonly status: 'refused'; readonly reason: DownloadRefusal | ImageRefusal };

export interface TagOptions {
  /** Whose colours with a swatch, and garments, are told. @default TREND_VOCABULARY */
  readonly vocabulary?: AttributeVocabulary;
  /** What it breaks off is `unreachable`. */
  readonly signal?: AbortSignal;
}

export interface ColourTagger {
  /** Tags of the picture at an address; nothing of the picture is kept. */
  tagImage(imageUrl: string, options?: TagOptions): Promise<ImageTags>;
}

const DEFAULTS = { mostBytes: 5_000_000, timeoutMs: 5000 };
const LEAST_PROBABILITY = 0.5;

/** What colours posts show, of what their pictures' hosts serve. */
export function createColourTagger(deps: ColourTaggerDeps): ColourTagger {
  const { decoder, garments, ...download } = { ...DEFAULTS, fetch: (url: URL, init: RequestInit) => globalThis.fetch(url, init), ...deps };
  return {
    tagImage: async (imageUrl, { vocabulary = TREND_VOCABULARY, signal } = {}) => {
      const downloaded = await downloadImage(imageUrl, download, signal);
      if (downloaded.status === 'refused') return downloaded;
      const decoded = await decoder.decode(downloaded.bytes);
      if (decoded.status === 'refused') return decoded;
      const { image } = decoded;
      const told = (await garments?.tagGarments(image)) ?? [];
      const known = new Set(vocabulary.attributes.flatMap(({ id, kind }) => (kind === 'garment' ? [id] : [])));
      return {
        status: 'tagged', colours: dominantColours(image.rgba, image.widthPx, image.heightPx, vocabulary),
        garments: told.filter(({ attribute, probability }) => probability >= LEAST_PROBABILITY && known.has(attribute)),
      };
    },
  };
}
