export type OnboardingTables = Record<never, never>
