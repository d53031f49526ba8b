/** Every way in which the SDK can fail, as a literal. Texts for shoppers: `scan/texts`. */
export const SDK_ERROR_CODES = [
  'camera-denied', 'camera-missing', 'camera-busy', 'camera-in-use', 'camera-lost', 'camera-revoked', 'camera-muted', 'camera-unsupported',
  'worker-lost', 'model-unavailable', 'model-corrupt', 'out-of-memory', 'gpu-context-lost', 'offline',
  'photo-unreadable', 'photo-heic', 'photo-too-small', 'photo-too-large', 'input-invalid', 'input-implausible', 'aborted', 'unexpected',
] as const;

export type SdkErrorCode = (typeof SDK_ERROR_CODES)[number];

const BRAND = Symbol.for('vua.sdk-error');

/**
 * The one error class of the SDK. Recognise it with {@link SdkError.is}, which also works across two copies of the bundle;
 * the reason is in `code`, the underlying error (if any) in `cause`.
 */
export class SdkError extends Error {
  override readonly name = 'SdkError';
  readonly code: SdkErrorCode;
  readonly [BRAND] = true;

  constructor(code: SdkErrorCode, message: string = code, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** True for an SdkError of any copy of the SDK on the page. */
  static is(value: unknown): value is SdkError {
    return typeof value === 'object' && value !== null && BRAND in value;
  }
}

/** `error` itself when it is an SdkError, else one that carries it as cause: `aborted`, `out-of-memory` or `unexpected`. */
export function toSdkError(error: unknown): SdkError {
  if (SdkError.is(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new SdkError(codeOf(error, message), message, { cause: error });
}

// Emscripten aborts with `OOM`, V8 throws a RangeError of these words, WebGL says OUT_OF_MEMORY.
const OUT_OF_MEMORY = /out.of.memory|\bOOM\b|allocation failed|invalid (typed )?array.* length/i;

function codeOf(error: unknown, message: string): SdkErrorCode {
  if (error instanceof Error && error.name === 'AbortError') return 'aborted';
  return OUT_OF_MEMORY.test(message) ? 'out-of-memory' : 'unexpected';
}
