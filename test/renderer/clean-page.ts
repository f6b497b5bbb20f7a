import { cleanup } from '@testing-library/svelte'
import { afterEach } from 'vitest'

// Files may share one page: each test leaves it as it found it.
const { innerWidth } = window
afterEach(() => {
  cleanup()
  document.body.replaceChildren()
  Object.assign(window, { innerWidth })
})
