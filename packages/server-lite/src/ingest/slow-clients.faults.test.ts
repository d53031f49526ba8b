import { TIME_LIMITS } from '../http/time-limits.ts';
import { describeSlowClients } from './testing/describe-slow-clients.ts';

describeSlowClients({ sockets: 500, limits: TIME_LIMITS, slowdownLimit: 2 });
