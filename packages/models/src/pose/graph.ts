/** Zero padding before a convolution or pooling: TensorFlow's SAME or VALID, or pixels [[top, bottom], [left, right]]. */
export type Padding = 'same' | 'valid' | readonly [readonly [number, number], readonly [number, number]];

/**
 * One operation of a network; `x`, `a`, `b`, `out` number the activations (0 is the input),
 * `filter`, `bias` the weights. All tensors are NHWC.
 */
export type GraphNode =
  | { readonly op: 'conv' | 'depthwise'; readonly x: number; readonly filter: number; readonly bias: number; readonly stride: number; readonly padding: Padding; readonly relu6: boolean; readonly out: number }
  | { readonly op: 'add'; readonly a: number; readonly b: number; readonly relu6: boolean; readonly out: number }
  | { readonly op: 'resize'; readonly x: number; readonly size: readonly [height: number, width: number]; readonly halfPixel: boolean; readonly out: number }
  | { readonly op: 'max-pool'; readonly x: number; readonly window: number; readonly stride: number; readonly padding: Padding; readonly out: number }
  | { readonly op: 'depth-to-space'; readonly x: number; readonly block: number; readonly out: number }
  | { readonly op: 'pad'; readonly x: number; readonly paddings: readonly (readonly [number, number])[]; readonly out: number }
  | { readonly op: 'reshape'; readonly x: number; readonly shape: readonly number[]; readonly out: number }
  | { readonly op: 'concat'; readonly inputs: readonly number[]; readonly axis: number; readonly out: number }
  | { readonly op: 'sigmoid'; readonly x: number; readonly out: number };

/** A network without its weights. */
export interface Graph {
  readonly inputShape: readonly number[];
  readonly nodes: readonly GraphNode[];
  /** Activations that are outputs, in the order of the original model. */
  readonly outputs: readonly number[];
  /** Filters are [height, width, in, out] (conv) or [height, width, channels, 1] (depthwise), biases [out]. */
  readonly weights: readonly { readonly shape: readonly number[]; readonly role: 'filter' | 'depthwise-filter' | 'bias' }[];
}

/** Activations that a node reads. */
export function inputsOf(node: GraphNode): readonly number[] {
  switch (node.op) {
    case 'add': return [node.a, node.b];
    case 'concat': return node.inputs;
    default: return [node.x];
  }
}

/** The nodes that are needed to compute `wanted`, in order. */
export function nodesFor(graph: Graph, wanted: readonly number[]): GraphNode[] {
  const needed = new Set(wanted);
  return graph.nodes
    .toReversed()
    .filter((node) => {
      if (!needed.has(node.out)) return false;
      for (const input of inputsOf(node)) needed.add(input);
      return true;
    })
    .toReversed();
}
