-- Words that people in this trade use.

update product_text set included = 'Invii illimitati a 2.000 contatti
Modelli pronti
Assistenza via email' where product = 'starter' and language = 'it';

update product_text set included = 'Tutto ciò che è in Starter
10.000 contatti
Automazioni
Landing page' where product = 'plus' and language = 'it';

update product_text set included = 'Tutto ciò che è in Premium
Contatti illimitati
Un consulente dedicato
Single sign-on aziendale' where product = 'enterprise' and language = 'it';

update product_text set name = 'Consulenza sulla deliverability' where product = 'deliverability' and language = 'it';

update product_text set name = 'Consultoría de entregabilidad' where product = 'deliverability' and language = 'es';
