import { z } from 'zod';

// Imported before any schema is made: zod would otherwise try `new Function`, which our content security policy refuses.
z.config({ jitless: true });
