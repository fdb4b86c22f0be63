import pino from 'pino';
import { installTemporalRuntime } from '../../platform/temporal/runtime.ts';

// The SDK's own log, which tells of every task that is meant to fail, would drown the tests'.
installTemporalRuntime(pino({ level: 'silent' }));
