import '@baton/ui/tokens.css';
