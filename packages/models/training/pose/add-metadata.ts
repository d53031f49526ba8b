/** Fields of TFLite's `Model` table that are kept: number and kind. Field 5 (`metadata_buffer`) is obsolete. */
const MODEL_FIELDS = { version: 0, operatorCodes: 1, subgraphs: 2, description: 3, buffers: 4, metadata: 6 } as const;
const NAME = 'TFLITE_METADATA';

/**
 * Attaches metadata to a TFLite model without touching its bytes: offsets of FlatBuffers point forward, so a new root
 * table with longer `buffers` and `metadata` vectors is put in front and points into the old file behind it.
 */
export function addMetadata(model: Uint8Array, metadata: Uint8Array): Uint8Array {
  const old = new OldModel(model);
  const buffers = old.vector(MODEL_FIELDS.buffers);
  const entries = old.vector(MODEL_FIELDS.metadata);
  const layout = layOut(buffers.length, entries.length, metadata.length);
  const out = new Uint8Array(layout.end + model.length);
  out.set(model, layout.end);
  out.set(metadata, layout.data + 4);
  new Front(out, layout).write(old, buffers, entries, metadata.length);
  return out;
}

/** Where each piece of the new front lies. */
interface Layout {
  readonly model: number;
  readonly buffers: number;
  readonly metadata: number;
  readonly entry: number;
  readonly name: number;
  readonly buffer: number;
  /** Length of the metadata bytes; they follow, aligned to 16. */
  readonly data: number;
  readonly end: number;
}

function layOut(bufferCount: number, entryCount: number, metadataBytes: number): Layout {
  const model = 8 + 20; // root offset, file id, vtable of seven fields
  const buffers = model + 4 + 4 * 6;
  const metadata = buffers + 4 + 4 * (bufferCount + 1);
  const entry = metadata + 4 + 4 * (entryCount + 1) + 8; // vtable of two fields in front
  const name = entry + 12;
  const buffer = alignTo(name + 4 + NAME.length + 1, 4) + 8; // vtable of one field in front
  const data = alignTo(buffer + 8 + 4, 16) - 4;
  return { model, buffers, metadata, entry, name, buffer, data, end: alignTo(data + 4 + metadataBytes, 16) };
}

const alignTo = (position: number, step: number): number => Math.ceil(position / step) * step;

class OldModel {
  readonly #view: DataView;
  readonly #root: number;

  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#root = this.#view.getUint32(0, true);
  }

  version(): number {
    const at = this.#field(MODEL_FIELDS.version);
    return at === 0 ? 0 : this.#view.getUint32(at, true);
  }

  /** Position of what an offset field points to; 0 when absent. */
  target(field: number): number {
    const at = this.#field(field);
    return at === 0 ? 0 : at + this.#view.getUint32(at, true);
  }

  /** Positions of the tables in a vector field. */
  vector(field: number): number[] {
    const start = this.target(field);
    if (start === 0) return [];
    return Array.from({ length: this.#view.getUint32(start, true) }, (_, k) => {
      const at = start + 4 + 4 * k;
      return at + this.#view.getUint32(at, true);
    });
  }

  #field(field: number): number {
    const vtable = this.#root - this.#view.getInt32(this.#root, true);
    const slot = 4 + 2 * field;
    const offset = slot < this.#view.getUint16(vtable, true) ? this.#view.getUint16(vtable + slot, true) : 0;
    return offset === 0 ? 0 : this.#root + offset;
  }
}

class Front {
  readonly #view: DataView;
  readonly #layout: Layout;

  constructor(out: Uint8Array, layout: Layout) {
    this.#view = new DataView(out.buffer);
    this.#layout = layout;
    out.set(Buffer.from('TFL3'), 4);
    out.set(Buffer.from(NAME), layout.name + 4);
  }

  write(old: OldModel, buffers: readonly number[], entries: readonly number[], metadataBytes: number): void {
    const { model, buffers: bufferVector, metadata, entry, name, buffer, data } = this.#layout;
    this.#point(0, model);
    this.#table(model, [4, 8, 12, 16, 20, 0, 24], 28);
    this.#view.setUint32(model + 4, old.version(), true);
    this.#pointOld(model + 8, old.target(MODEL_FIELDS.operatorCodes));
    this.#pointOld(model + 12, old.target(MODEL_FIELDS.subgraphs));
    this.#pointOld(model + 16, old.target(MODEL_FIELDS.description));
    this.#point(model + 20, bufferVector);
    this.#point(model + 24, metadata);
    this.#vector(bufferVector, buffers, buffer);
    this.#vector(metadata, entries, entry);
    this.#table(entry, [4, 8], 12);
    this.#point(entry + 4, name);
    this.#view.setUint32(entry + 8, buffers.length, true);
    this.#view.setUint32(name, NAME.length, true);
    this.#table(buffer, [4], 8);
    this.#point(buffer + 4, data);
    this.#view.setUint32(data, metadataBytes, true);
  }

  /** A table with its vtable right in front of it. */
  #table(at: number, fields: readonly number[], size: number): void {
    const vtableBytes = 4 + 2 * fields.length;
    const vtable = at - alignTo(vtableBytes, 4);
    this.#view.setInt32(at, at - vtable, true);
    this.#view.setUint16(vtable, vtableBytes, true);
    this.#view.setUint16(vtable + 2, size, true);
    for (const [index, offset] of fields.entries()) this.#view.setUint16(vtable + 4 + 2 * index, offset, true);
  }

  #vector(at: number, oldTables: readonly number[], added: number): void {
    this.#view.setUint32(at, oldTables.length + 1, true);
    for (const [index, table] of oldTables.entries()) this.#pointOld(at + 4 + 4 * index, table);
    this.#point(at + 4 + 4 * oldTables.length, added);
  }

  #point(from: number, to: number): void {
    this.#view.setUint32(from, to - from, true);
  }

  #pointOld(from: number, oldPosition: number): void {
    this.#point(from, this.#layout.end + oldPosition);
  }
}
