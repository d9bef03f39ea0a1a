import { configure } from '@testing-library/react'

// A part that is loaded when it is first needed may take more than the usual second on a busy machine; a wait that is met
// ends at once, so a long limit costs nothing.
configure({ asyncUtilTimeout: 10_000 })
