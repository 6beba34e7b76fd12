use super::article;
use crate::source::statement::Field;

/// What a page gives: its text, what it says of itself, its dates.
fn check(html: &str, text: &str, stated: [Option<&str>; 4], dates: &[&str]) {
    let article = article(html);
    assert_eq!(article.text.trim_end(), text);
    let fields = [Field::Title, Field::Source, Field::Author, Field::Url];
    assert_eq!(fields.map(|field| article.stated.get(field)), stated);
    let found: Vec<String> = article.dates.iter().map(|date| format!("{} ({})", date.value, date.why)).collect();
    assert_eq!(found, dates);
}

#[test]
fn a_page_says_what_it_is() {
    let head = r#"<html><head><title>Ships sail again | Coast News</title>
        <meta property="og:site_name" content="Coast News"><meta name="author" content="Ada Lind">
        <link rel="canonical" href="https://coast.example/2017/01/13/ships">
        <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
        "headline": "Ships sail again", "datePublished": "2017-01-13T05:00:00Z", "author": [{"name": "Ada Lind"}, {"name": "Ben Roe"}]}</script>
        <meta property="article:modified_time" content="2017-01-15"></head>"#;
    let words = "The harbour office said that all ships, save one, had left the port by noon on Friday. ".repeat(8);
    let body = format!(
        "<body><nav><a href='/'>Home</a><a href='/sea'>Sea</a></nav><article><h1>Ships sail again</h1><p>{words}</p><p>{words}</p></article><script>alert('x')</script></body></html>"
    );
    let words = words.trim_end();
    check(
        &format!("{head}{body}"),
        &format!("Ships sail again\n\n{words}\n\n{words}"),
        [
            Some("Ships sail again"),
            Some("Coast News"),
            Some("Ada Lind, Ben Roe"),
            Some("https://coast.example/2017/01/13/ships"),
        ],
        &["2017-01-13T05:00:00Z (datePublished)", "2017-01-15 (date of its last change)"],
    );
}

#[test]
fn a_bare_page_gives_its_words() {
    check("<p>They left.<p>They came back.", "They left.\n\nThey came back.", [None; 4], &[]);
    check("", "", [None; 4], &[]);
    check(
        "<p>They left.</p><p style='display:none'>Hidden</p><noscript>No</noscript><template>T</template><!-- c -->",
        "They left.",
        [None; 4],
        &[],
    );
}
