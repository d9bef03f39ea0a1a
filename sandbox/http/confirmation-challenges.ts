import type { Hono } from 'hono'
import type { Sandbox } from '../sandbox'

export function confirmationRoutes(_app: Hono, _sandbox: Sandbox): void {}
