import { engine, type NamedTensorMap, type Tensor, tensor } from '@tensorflow/tfjs-core';
import { type GraphNode, inputsOf, nodesFor, type Padding, type PoseModel } from '@vua/models/pose';

/** Runs one network on the tfjs backend that is set. */
export interface GraphExecutor {
  /**
   * @param input values in the network's input shape.
   * @param outputs which outputs to compute, by their position in the original model; what they do not need is skipped.
   */
  run(input: Float32Array, outputs: readonly number[]): Promise<Float32Array[]>;
  dispose(): void;
}

/** Calls the backend's kernels one by one; no graph library is loaded. Weights go to the backend once. */
export function createGraphExecutor({ graph, weights }: PoseModel): GraphExecutor {
  const constants = graph.weights.map(({ shape }, index) => tensor(weights[index] ?? new Float32Array(), [...shape], 'float32'));
  const plans = new Map<string, Plan>();

  async function run(input: Float32Array, outputs: readonly number[]): Promise<Float32Array[]> {
    const key = outputs.join();
    const wanted = outputs.map((position) => graph.outputs[position] ?? -1);
    const plan = plans.get(key) ?? planFor(nodesFor(graph, wanted), wanted);
    plans.set(key, plan);
    const results = execute(plan, wanted, tensor(input, [...graph.inputShape], 'float32'), constants);
    // Read before disposing: on a GPU the values arrive later.
    const values = await Promise.all(results.map((result) => result.data<'float32'>()));
    for (const result of results) result.dispose();
    return values;
  }

  return { run, dispose: () => constants.forEach((constant) => constant.dispose()) };
}

/** Nodes to run, and for each the activations that nobody reads afterwards. */
interface Plan {
  readonly nodes: readonly GraphNode[];
  readonly freed: readonly (readonly number[])[];
}

/** Frees each activation after its last reader, so that memory holds the widest layer and not the whole network. */
function planFor(nodes: readonly GraphNode[], wanted: readonly number[]): Plan {
  const lastReader = new Map<number, number>();
  for (const [index, node] of nodes.entries()) for (const input of inputsOf(node)) lastReader.set(input, index);
  for (const output of wanted) lastReader.delete(output);
  const freed = nodes.map((_, index) => [...lastReader].filter(([, last]) => last === index).map(([activation]) => activation));
  return { nodes, freed };
}

function execute({ nodes, freed }: Plan, wanted: readonly number[], input: Tensor, constants: readonly Tensor[]): Tensor[] {
  const values = new Map<number, Tensor>([[0, input]]);
  const read = (activation: number): Tensor => {
    const value = values.get(activation);
    if (value === undefined) throw new Error(`activation ${activation} is read before it is written`);
    return value;
  };
  for (const [index, node] of nodes.entries()) {
    values.set(node.out, runNode(node, read, constants));
    for (const activation of freed[index] ?? []) {
      read(activation).dispose();
      values.delete(activation);
    }
  }
  return wanted.map(read);
}

function runNode(node: GraphNode, read: (activation: number) => Tensor, constants: readonly Tensor[]): Tensor {
  switch (node.op) {
    case 'conv':
    case 'depthwise': return convolve(node, read(node.x), constants);
    case 'add': return add(node, read(node.a), read(node.b));
    case 'resize': return kernel('ResizeBilinear', { images: read(node.x) }, { alignCorners: false, halfPixelCenters: node.halfPixel, size: node.size });
    case 'max-pool': return kernel('MaxPool', { x: read(node.x) }, { filterSize: node.window, strides: node.stride, pad: padOf(node.padding), dimRoundingMode: 'floor' });
    case 'depth-to-space': return kernel('DepthToSpace', { x: read(node.x) }, { blockSize: node.block, dataFormat: 'NHWC' });
    case 'pad': return kernel('PadV2', { x: read(node.x) }, { paddings: node.paddings, constantValue: 0 });
    case 'reshape': return kernel('Reshape', { x: read(node.x) }, { shape: node.shape });
    case 'concat': return kernel('Concat', node.inputs.map(read), { axis: node.axis });
    case 'sigmoid': return kernel('Sigmoid', { x: read(node.x) }, {});
  }
}

function convolve(node: GraphNode & { op: 'conv' | 'depthwise' }, x: Tensor, constants: readonly Tensor[]): Tensor {
  const filter = constants[node.filter];
  const bias = constants[node.bias];
  if (filter === undefined || bias === undefined) throw new Error(`weights ${node.filter}, ${node.bias} are missing`);
  return kernel(node.op === 'conv' ? 'FusedConv2D' : 'FusedDepthwiseConv2D', { x, filter, bias }, {
    strides: [node.stride, node.stride], pad: padOf(node.padding), dataFormat: 'NHWC', dilations: [1, 1], dimRoundingMode: 'floor',
    activation: node.relu6 ? 'relu6' : 'linear', leakyreluAlpha: 0,
  });
}

function add(node: GraphNode & { op: 'add' }, a: Tensor, b: Tensor): Tensor {
  const sum = kernel('Add', { a, b }, {});
  if (!node.relu6) return sum;
  const clipped = kernel('Relu6', { x: sum }, {});
  sum.dispose();
  return clipped;
}

function padOf(padding: Padding): 'same' | 'valid' | number[][] {
  return typeof padding === 'string' ? padding : [[0, 0], [...padding[0]], [...padding[1]], [0, 0]];
}

// Concat alone takes a list; tfjs's own `concat` hides that behind the same kind of cast.
function kernel(name: string, inputs: Record<string, Tensor> | Tensor[], attributes: object): Tensor {
  return engine().runKernel<Tensor>(name, inputs as NamedTensorMap, attributes as Parameters<ReturnType<typeof engine>['runKernel']>[2]);
}
