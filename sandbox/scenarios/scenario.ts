import type { Sandbox } from '../sandbox'
import type { SignIn } from '../worlds/world'
import type { Scene } from './scene'

/** What a scenario came to: ids by what they are, and who can sign in to see it. */
export type Opened = { signIns: readonly SignIn[]; ids: Readonly<Record<string, string>> }

/** A state that is hard to reach by hand, built by the verbs that the API runs. */
export type Scenario = {
  /** As in the address of the call that opens it. */
  name: string
  title: string
  /** One sentence: what there is to see. */
  what: string
  build: (scene: Scene) => Promise<Opened>
  /** What cannot be done in a transaction, because it waits for somebody else. */
  afterwards?: (sandbox: Sandbox, opened: Opened) => Promise<void>
}
