import type { Sandbox } from '../sandbox'
import { readSetting, writeSetting } from '../settings'

const OFFSET = 'clock-offset'

/**
 * Notes how far the clock was moved, or is about to be moved, so that a restart does not turn time back. What a move makes
 * due happens at once: the note comes before it.
 */
export async function keepClock({ store, clock }: Sandbox, aheadMs = 0): Promise<void> {
  await writeSetting(store, OFFSET, String(clock.offset() + aheadMs))
}

/** Moves a fresh clock to where it was left. */
export async function restoreClock({ store, clock }: Sandbox): Promise<void> {
  const ahead = Number((await readSetting(store, OFFSET)) ?? 0) - clock.offset()
  if (ahead > 0) clock.advance(ahead)
}
