CHANNEL = "vca/catalogs/venus"
CHANNEL = "vca/catalogs/mars"
