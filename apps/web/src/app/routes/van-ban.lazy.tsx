import { createLazyFileRoute } from '@tanstack/react-router';
import { DocumentsPage } from '../../features/records/documents/DocumentsPage.tsx';

export const Route = createLazyFileRoute('/van-ban')({ component: DocumentsPage });
