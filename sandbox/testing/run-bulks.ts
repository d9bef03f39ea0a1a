import { createBulkRunner } from '../effects/bulk-runner'
import { createClock } from '../effects/clock'
import { newActor, reopenBank } from './bank'

/**
 * A process that does nothing but run bulks on the database named in its first argument, its clock
 * ahead by the second, until it is killed. Tests kill
 * it in the middle to see that nothing is lost.
 */
async function main(url: string, clockOffset: number): Promise<void> {
  const bank = await reopenBank(url, newActor(), createClock(clockOffset))
  const runner = createBulkRunner(bank.sandbox)
  runner.start()
  // The clock's timers let a process end; this one waits for its killer.
  setInterval(() => {}, 60_000)
  process.stdout.write('running\n')
}

void main(process.argv[2] ?? '', Number(process.argv[3] ?? 0))
