import type { Logger } from 'pino'
import type { PageConfig } from '../contract/session'
import type { Clock } from '../sandbox/effects/clock'
import type { Store } from '../storage/open'
import type { RealTime } from './authorisations/real-time'
import type { Logo } from './brand/logo'
import type { TrustedProxies } from './http/address'
import type { Bus } from './live/bus'

/** The one way to the Multi API, whoever answers it. The URL's host is ignored; its path is relative to `/multi`. */
export type Upstream = (request: Request) => Promise<Response>

/** Something that answers requests: a Hono app of the embedded sandbox. `bindings` tell it of the connection. */
export type Handler = { fetch: (request: Request, bindings?: object) => Response | Promise<Response> }

/** What the gateway mounts of a sandbox in its own process; each part sees paths relative to its mount point. */
export type EmbeddedSandbox = {
  simulator: Handler
  control: Handler
  secureUi: Handler
  /** Who acts for the identities of the world that is there, beside their root users. */
  users: () => Promise<readonly { userId: string; email: string; identityId: string; identityName: string }[]>
}

export type GatewayOptions = {
  store: Store
  /** How it talks with the other gateways of the database; left out: as the database allows. */
  bus?: Bus
  /** Shared with the embedded sandbox, so that moving it moves both. */
  clock: Clock
  /** By which the platform's patience is measured; the machine's own where left out. */
  realTime?: RealTime
  log: Logger
  upstream: Upstream
  apiKey: string
  /** What Weavr sends along with messages that it does not sign. */
  webhooksKey: string
  /**
   * The server of the secure components, paths relative to `/app/secure`. Left out where it is not the upstream's own: it
   * is handed the person's token.
   */
  secureUi?: Upstream
  /** Encrypts upstream tokens in the session table; 32 bytes. */
  sessionKey: Buffer
  /** Keys that open what they have sealed, and seal nothing: former ones, or the next one. */
  otherSessionKeys?: readonly Buffer[]
  /** Whom to believe about where a request comes from. */
  trustedProxies?: TrustedProxies
  /** Chains the lines of the audit record; 32 bytes, the same for all gateways of a database. */
  auditKey: Buffer
  /** Where browsers find the page, as in `http://127.0.0.1:4000`; its scheme decides about cookie flags and HSTS. */
  publicOrigin: string
  page: PageConfig
  /** The picture under which the console goes; the page has a mark of its own without. */
  logo?: Logo
  /** Origins of the secure components' frames; left out: that of their script. */
  secureFrames?: readonly string[] | undefined
  /** The programme's profiles for customers who register by themselves; a kind without one cannot. */
  registrations?: { corporates?: string | undefined; consumers?: string | undefined }
  embedded?: EmbeddedSandbox
  /** Folder of the built page; left out where something else serves it. */
  dist?: string
}

/** What a request carries through the gateway. */
export type GatewayEnv = {
  Variables: {
    /** Names the request for support: the upstream's reference where there is one. */
    requestRef: string
    /** Where the request comes from. */
    address: string
    /** The request has a line of its own in the audit record. */
    recorded?: true
    /** Operations that were reached upstream for this request. */
    operations: string[]
  }
}
