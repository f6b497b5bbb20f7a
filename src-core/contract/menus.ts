import { z } from 'zod'

/** One line of the menu, made from the window's table of actions; an absent `id` is a separator. */
const MenuItem = z.object({
  id: z.string().optional(),
  label: z.string().optional(),
  /** In Electron's words: CmdOrCtrl+Shift+E. Shown in the menu; the window itself listens for the keys. */
  accelerator: z.string().optional(),
  enabled: z.boolean().optional(),
  checked: z.boolean().optional()
})

/** A menu of the menu bar. */
export const Menu = z.object({ label: z.string(), items: z.array(MenuItem) })

export type Menu = z.infer<typeof Menu>
