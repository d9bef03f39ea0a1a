import type { Hono } from 'hono'
import type { Sandbox } from '../sandbox'

export function incomingWireRoutes(_app: Hono, _sandbox: Sandbox): void {}
