/** What may be logged of an error. Its message may quote what a shopper sent, so neither it nor its causes are among it. */
export interface ErrorFacts {
  readonly name: string;
  readonly code: string | undefined;
  /** Lines of the stack, without the message at its head. */
  readonly stack: string | undefined;
}

export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, stack: undefined };
  const { code } = error as { readonly code?: unknown };
  return { name: error.name, code: typeof code === 'string' ? code : undefined, stack: framesOf(error) };
}

// The message is cut off first: one of several lines could look like a frame.
function framesOf({ stack = '', message }: Error): string | undefined {
  const at = stack.indexOf(message);
  const frames = (at < 0 ? stack : stack.slice(at + message.length)).split('\n').filter((line) => /^ {4}at /.test(line));
  return frames.length === 0 ? undefined : frames.join('\n');
}
