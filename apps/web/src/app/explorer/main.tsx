import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '../../shared/theme/fonts.css';
import '../../shared/theme/tokens.css';
import '../../shared/theme/base.css';
import './explorer.css';
import { createRoot } from 'react-dom/client';
import { readLanguage } from '../../shared/messages/language-store.ts';
import { Explorer } from './Explorer.tsx';

const element = document.getElementById('root');
if (element === null) throw new Error('The page has no place for the explorer');

document.documentElement.lang = readLanguage() === 'VI' ? 'vi' : 'en';
createRoot(element).render(<Explorer />);
