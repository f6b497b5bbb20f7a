/**
 * What a page may load and do (CSP level 3): its own files and nothing else. No inline script or style and no eval, so
 * that text out of a graph file can never become code.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Figures are shown from memory.
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  // Text becomes markup or a script's address only through these two (Trusted Types): Svelte's templates, and our own workers.
  "require-trusted-types-for 'script'",
  'trusted-types default svelte-trusted-html'
].join('; ')
