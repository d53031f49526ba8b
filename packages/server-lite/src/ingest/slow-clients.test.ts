import { describeSlowClients } from './testing/describe-slow-clients.ts';

// Shorter limits and fewer connections than the real ones; how fast others are served is measured by the fault tests alone.
describeSlowClients({ sockets: 50, limits: { requestTimeout: 3000, connectionTimeout: 3000, http: { headersTimeout: 2000, connectionsCheckingInterval: 500 } }, slowdownLimit: Infinity });
