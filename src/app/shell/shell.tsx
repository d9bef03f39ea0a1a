import { lazy, Suspense } from 'react'
import { Announcer } from '@/components/feedback/announce'
import { Toaster } from '@/components/feedback/toast'
import { BrandFoot } from '@/components/layout/brand-foot'
import { BrandMark } from '@/components/layout/brand-mark'
import { brand } from '@/lib/brand'
import { Content } from './content'
import { EnvironmentRibbon } from './environment-ribbon'
import { IdentityName } from './identity-name'
import { JobSheet, JobTray } from './job-tray'
import { BottomBar, Sidebar } from './navigation'
import { SessionMeter } from './session-meter'
import { SessionWarning } from './session-warning'
import { t } from './text'
import { ThemeSwitch } from './theme-switch'
import { useAttendance } from './use-attendance'
import { UserMenu } from './user-menu'

const DueDiligenceBanner = lazy(() =>
  import('@/features/due-diligence/components/due-diligence-banner').then((m) => ({ default: m.DueDiligenceBanner })),
)

/** What stands around every page: where you are, as whom, for how long, and what is under way. */
export function Shell() {
  useAttendance()
  return (
    <div className="min-h-dvh pb-16 lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:pb-0">
      <a
        href="#content"
        className="-translate-y-20 fixed top-2 left-2 z-50 rounded-control bg-accent px-3 py-2 text-accent-ink focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <aside className="sticky top-0 hidden h-dvh flex-col overflow-y-auto border-rule border-r bg-sunken lg:flex">
        <div className="flex h-14 shrink-0 items-center gap-2.5 px-5 font-medium">
          <BrandMark />
          {brand().name}
        </div>
        <div className="px-5 pb-4">
          <IdentityName />
        </div>
        <Sidebar />
        <div className="mt-auto">
          <JobTray />
        </div>
      </aside>
      <div className="flex min-w-0 flex-col">
        <header>
          <EnvironmentRibbon />
          <div className="flex h-14 items-center gap-1 border-rule border-b px-4 sm:px-8 lg:border-b-0">
            <div className="mr-auto flex min-w-0 items-center gap-2.5 lg:hidden">
              <BrandMark />
              <IdentityName />
            </div>
            <div className="ml-auto flex items-center gap-1">
              <JobSheet />
              <SessionMeter />
              <ThemeSwitch />
              <UserMenu />
            </div>
          </div>
        </header>
        <SessionWarning />
        <Suspense fallback={null}>
          <DueDiligenceBanner />
        </Suspense>
        <main id="content" tabIndex={-1} className="min-w-0 flex-1">
          <Content />
        </main>
        <BrandFoot className="mx-auto w-full max-w-6xl px-4 pb-8 sm:px-8" />
      </div>
      <BottomBar />
      <Toaster />
      <Announcer />
    </div>
  )
}
