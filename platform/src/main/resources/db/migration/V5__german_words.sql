-- Texts that a shop has rewritten stay.
update product_text set included = 'Alles aus Premium
Unbegrenzt viele Kontakte
Ein persönlicher Berater
Single Sign-on für Ihr Unternehmen' where product = 'enterprise' and language = 'de' and included = 'Alles aus Premium
Unbegrenzte Kontakte
Ein persönlicher Berater
Single Sign-on für Ihr Unternehmen';

update product_text set included = 'Vier Schulungen im Jahr, 12 Monate lang'
where product = 'training' and language = 'de' and included = 'Vier Schulungstermine pro Jahr, für 12 Monate';
