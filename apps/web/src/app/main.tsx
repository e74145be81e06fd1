import '../shared/theme/mantine.css';
import '../shared/theme/fonts.css';
import '../shared/theme/tokens.css';
import '../shared/theme/base.css';
import { createRoot } from 'react-dom/client';
import { applyFontSize, readFontSize } from '../features/access/index.ts';
import { readLanguage } from '../shared/messages/language-store.ts';
import { loadLanguage } from '../shared/messages/LanguageProvider.tsx';
import { Root } from './Root.tsx';

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no place for the application');

applyFontSize(readFontSize());
const language = await loadLanguage(readLanguage());
createRoot(element).render(<Root language={language} />);
