import { config } from 'zod'

// Zod would try out whether it may compile its schemas, which the content policy forbids and the console then tells of.
config({ jitless: true })
