import Monitor from 'lucide-react/icons/monitor'
import Moon from 'lucide-react/icons/moon'
import Sun from 'lucide-react/icons/sun'
import { IconButton } from './IconButton.tsx'
import { Menu, MenuChoice } from './Menu.tsx'
import { setTheme, type ThemeChoice, useTheme } from './theme.ts'

const OPTIONS: readonly { value: ThemeChoice; label: string }[] = [
  { value: 'system', label: 'As the device' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]
const ICONS = { system: <Monitor />, light: <Sun />, dark: <Moon /> }

/** Chooses light or dark for this browser. */
export function ThemeMenu() {
  const { choice } = useTheme()
  return (
    <Menu align="end" trigger={<IconButton label="Light or dark">{ICONS[choice]}</IconButton>}>
      <MenuChoice value={choice} options={OPTIONS} onChange={setTheme} />
    </Menu>
  )
}
