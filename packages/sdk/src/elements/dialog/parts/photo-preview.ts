import { LitElement, type PropertyValues, type TemplateResult, css, html } from 'lit';

const HEIGHT_PX = 320;

/** A chosen photo, small. Drawn on a canvas: an image element would need a blob URL in the page's security policy. */
class PhotoPreview extends LitElement {
  static override properties = { file: { attribute: false }, isDrawn: { state: true } };
  static override styles = css`
    :host { display: grid; grid-template: 100% / 100%; place-items: center; overflow: hidden; }
    canvas { width: 100%; height: 100%; object-fit: contain; display: block; }
    canvas[hidden] { display: none; }
  `;
  declare file: File | undefined;
  declare isDrawn: boolean;

  constructor() {
    super();
    this.isDrawn = false;
  }

  override render(): TemplateResult {
    return html`<canvas ?hidden=${!this.isDrawn} aria-hidden="true"></canvas>${this.isDrawn ? '' : html`<slot></slot>`}`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('file')) void this.#draw(this.file);
  }

  async #draw(file: File | undefined): Promise<void> {
    this.isDrawn = false;
    // What cannot be decoded is explained when it is measured.
    const image = file && await createImageBitmap(file, { resizeHeight: HEIGHT_PX, resizeQuality: 'medium', imageOrientation: 'from-image' }).catch(() => undefined);
    const canvas = this.renderRoot.querySelector('canvas');
    if (image && canvas && file === this.file) {
      canvas.width = image.width;
      canvas.height = image.height;
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      this.isDrawn = true;
    }
    image?.close();
  }
}

/** Registers `<vua-photo-preview>` once. */
export function definePhotoPreview(): void {
  if (!customElements.get('vua-photo-preview')) customElements.define('vua-photo-preview', PhotoPreview);
}
