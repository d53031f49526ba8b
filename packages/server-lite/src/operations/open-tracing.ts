import { context, type Tracer } from '@opentelemetry/api';
import type { SpanExporter } from '@opentelemetry/sdk-trace';

export interface TracingOptions {
  /** `OTEL_EXPORTER_OTLP_ENDPOINT`, such as `http://collector:4318`. Further variables of the standard (`OTEL_EXPORTER_OTLP_HEADERS`) are read by the exporter. */
  readonly endpoint: string;
  /** `OTEL_SERVICE_NAME`. @default vua-server-lite */
  readonly serviceName?: string;
  /** Where spans go. @default the endpoint, as OTLP over HTTP */
  readonly exporter?: SpanExporter;
}

export interface Tracing {
  readonly tracer: Tracer;
  /** Sends what waits. Safe to call twice. */
  close(): Promise<void>;
}

/** Opens the way to a collector. The packages for it are only loaded here: who does not trace does not pay. */
export async function openTracing({ endpoint, serviceName = 'vua-server-lite', exporter }: TracingOptions): Promise<Tracing> {
  const [{ BatchSpanProcessor, TracerProvider }, { resourceFromAttributes }, { AsyncLocalStorageContextManager }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/sdk-trace'), import('@opentelemetry/resources'), import('@opentelemetry/context-async-hooks'), import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const processor = new BatchSpanProcessor({ exporter: exporter ?? new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` }) });
  // Nothing of the machine or the process: command lines and host names are nobody's business.
  const provider = new TracerProvider({ resource: resourceFromAttributes({ 'service.name': serviceName }), spanProcessors: [processor] });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  let closed: Promise<void> | undefined;
  return {
    tracer: provider.getTracer('vua'),
    close: () => (closed ??= provider.shutdown().finally(() => context.disable())),
  };
}
