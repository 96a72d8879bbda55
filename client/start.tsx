import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startTheme } from './ui/theme.ts'

const place = document.getElementById('app')
if (!place) throw new Error('index.html has a place for the app')
startTheme()
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
