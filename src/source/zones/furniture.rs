//! Page furniture: lines that a news page prints around an article. One readable table; each entry is what a reader of news
//! would know at sight, in any outlet.
//!
//! A line is compared folded (lower case, plain quotes), without bullets before it and colons after it.

use Shape::{Begins, BeginsHolds, BeginsMail, Holds, HoldsMail, Is};

/// How a line is told.
enum Shape {
    /// It is just this.
    Is(&'static str),
    /// It begins so.
    Begins(&'static str),
    /// It holds this anywhere.
    Holds(&'static str),
    /// It begins with the first and holds the second further on.
    BeginsHolds(&'static str, &'static str),
    /// It begins so and gives a mail address to write to.
    BeginsMail(&'static str),
    /// It holds this and a mail address.
    HoldsMail(&'static str),
}

/// The longest line, in bytes, that [`FURNITURE`] is asked about: longer ones are paragraphs.
const LONGEST: usize = 240;

const FURNITURE: &[Shape] = &[
    // Ways around the page, read out by screen readers.
    Is("back to top"),
    Holds("skip to main content"),
    Holds("skip to content"),
    Is("skip navigation"),
    Is("skip to navigation"),
    Is("accessibility links"),
    Is("accessibility help"),
    Is("main menu"),
    Is("menu"),
    Is("main navigation"),
    Is("site navigation"),
    Is("search"),
    Is("home"),
    Is("close"),
    Is("previous"),
    Is("next"),
    Is("log in"),
    Is("sign in"),
    // The pixel by which a social network counts readers.
    Begins("fb-pixel"),
    // Labels above a headline.
    Is("breaking news"),
    Is("breaking"),
    Is("top stories"),
    Is("latest news"),
    Is("the latest"),
    Is("exclusive"),
    Is("politics"),
    Is("world"),
    Is("national"),
    Is("business"),
    Is("opinion"),
    // An outlet's word for itself at the head of its page.
    BeginsHolds("your ", " news source"),
    // Labels whose value was lost on the way.
    Is("posted on"),
    Is("posted"),
    Is("posted in"),
    Is("published"),
    Is("published on"),
    Is("updated"),
    Is("last updated"),
    Is("by"),
    Is("written by"),
    Is("tags"),
    Is("topics"),
    Is("related topics"),
    Begins("filed under"),
    // Advertisements.
    Is("advertisement"),
    Is("advertising"),
    Is("promoted"),
    Is("sponsored"),
    Is("sponsored content"),
    Is("paid content"),
    Begins("story continues below"),
    Begins("article continues below"),
    Begins("article continues after"),
    // Other stories.
    Is("related"),
    Is("related stories"),
    Is("related articles"),
    Is("related content"),
    Is("related coverage"),
    Is("recommended"),
    Is("recommended for you"),
    Is("you may also like"),
    Is("you might also like"),
    Is("most read"),
    Is("most popular"),
    Is("most viewed"),
    Is("trending"),
    Is("trending now"),
    Is("editors' picks"),
    Is("editor's picks"),
    Is("more stories"),
    Is("read more"),
    Is("read next"),
    Is("up next"),
    Is("see also"),
    Is("show more"),
    Is("load more"),
    Is("see all"),
    Is("view all"),
    Is("related news"),
    Is("related links"),
    Is("related posts"),
    Is("more from"),
    Begins("more from "),
    Begins("more in "),
    Is("more news"),
    Is("latest stories"),
    Is("latest headlines"),
    Is("popular posts"),
    Is("recent posts"),
    Is("recommended stories"),
    Begins("most popular in"),
    Is("don't miss"),
    Is("in case you missed it"),
    Is("you may like"),
    Is("from around the web"),
    Is("sponsored stories"),
    Is("sponsored links"),
    // Sharing.
    Is("share"),
    Is("tweet"),
    Is("email"),
    Is("e-mail"),
    Is("print"),
    Is("facebook"),
    Is("twitter"),
    Is("whatsapp"),
    Is("copy link"),
    Is("share this article"),
    Is("share this story"),
    Is("share article"),
    Is("0 comments"),
    Is("post comment"),
    Is("your comment"),
    Is("cancel reply"),
    Is("toggle navigation"),
    Is("back to main menu"),
    Is("open menu"),
    Is("close menu"),
    Is("open search"),
    Is("my profile"),
    Is("sign in / sign up"),
    Begins("share this"),
    Begins("share on "),
    Begins("share via "),
    Begins("email this "),
    Begins("print this "),
    Begins("like us on "),
    Begins("follow us on "),
    BeginsHolds("follow ", " on twitter"),
    BeginsHolds("follow ", " on facebook"),
    BeginsHolds("follow ", " on instagram"),
    BeginsHolds("follow ", " on bluesky"),
    // Pictures and films that the text has lost.
    Begins("watch the clip"),
    Begins("watch the video"),
    Begins("watch above"),
    Begins("listen to the story"),
    Begins("listen to this article"),
    Begins("[image via"),
    Begins("[photo via"),
    Begins("[video via"),
    Is("[image]"),
    Is("[photo]"),
    Is("[video]"),
    Begins("(image via"),
    Begins("(photo via"),
    Holds("via screengrab"),
    // Calls for tips.
    BeginsHolds("have a ", "tip"),
    BeginsHolds("got a ", "tip"),
    BeginsHolds("do you have a ", "tip"),
    BeginsHolds("do you have ", "tips"),
    Begins("submit a tip"),
    Begins("send us a tip"),
    Begins("send tips to"),
    // How to reach the writer.
    BeginsMail("contact "),
    BeginsMail("email "),
    BeginsMail("e-mail "),
    BeginsMail("write to "),
    HoldsMail("can be reached at"),
    // Newsletters, subscriptions, gifts.
    Begins("sign up for our "),
    Begins("sign up to our "),
    BeginsHolds("sign up ", "newsletter"),
    Begins("subscribe to our "),
    BeginsHolds("subscribe to ", "newsletter"),
    Is("subscribe"),
    Is("subscribe now"),
    Begins("already a subscriber"),
    Begins("get our newsletter"),
    Begins("get the latest news"),
    Begins("get breaking news"),
    Begins("enter your email"),
    Begins("your email address"),
    Begins("support our journalism"),
    Begins("support independent journalism"),
    Is("donate"),
    Is("newsletter"),
    Begins("subscribe today"),
    Begins("subscribe for "),
    BeginsHolds("get ", " in your inbox"),
    BeginsHolds("get ", " delivered to your inbox"),
    Begins("thank you for subscribing"),
    Begins("thanks for signing up"),
    Is("invalid email"),
    Is("email address"),
    Is("my account"),
    Is("manage subscription"),
    Is("newsletters"),
    // Law and cookies.
    Holds("all rights reserved"),
    Is("terms of use"),
    Is("terms of service"),
    Is("privacy"),
    Is("privacy policy"),
    Is("cookie policy"),
    BeginsHolds("by signing up", "privacy"),
    BeginsHolds("by signing up", "terms"),
    Begins("we use cookies"),
    Begins("this site uses cookies"),
    Begins("this website uses cookies"),
    Begins("our website uses cookies"),
    Holds("accept all cookies"),
    Holds("accept cookies"),
    Is("cookie settings"),
    Is("cookie preferences"),
    Is("manage cookies"),
    Is("do not sell my personal information"),
    Begins("this material may not be published"),
    // Comments.
    Is("leave a comment"),
    Is("add a comment"),
    Begins("view comments"),
    Begins("join the conversation"),
    // Sections and pages of a news site, as its menus name them: those on one in ten of 310 pages that were looked through.
    Is("about"),
    Is("about us"),
    Is("ad choices"),
    Is("adchoices"),
    Is("advertise"),
    Is("advertise with us"),
    Is("careers"),
    Is("classifieds"),
    Is("contact"),
    Is("contact us"),
    Is("cookies"),
    Is("corrections"),
    Is("culture"),
    Is("editorials"),
    Is("email newsletters"),
    Is("entertainment"),
    Is("events"),
    Is("faq"),
    Is("featured"),
    Is("follow us"),
    Is("food & drink"),
    Is("google+"),
    Is("health"),
    Is("help"),
    Is("instagram"),
    Is("jobs"),
    Is("latest"),
    Is("learn more"),
    Is("letters to the editor"),
    Is("lifestyle"),
    Is("linkedin"),
    Is("login"),
    Is("more"),
    Is("news"),
    Is("obituaries"),
    Is("photos"),
    Is("pinterest"),
    Is("podcasts"),
    Is("privacy notice"),
    Is("real estate"),
    Is("reddit"),
    Is("register"),
    Is("rss"),
    Is("rss feed"),
    Is("rss feeds"),
    Is("sections"),
    Is("sign out"),
    Is("sign up"),
    Is("site map"),
    Is("sitemap"),
    Is("sport"),
    Is("sports"),
    Is("technology"),
    Is("terms"),
    Is("terms & conditions"),
    Is("travel"),
    Is("video"),
    Is("videos"),
    Is("weather"),
    Is("youtube"),
    // Links without a target.
    Begins("to find out more, click here"),
    Begins("for more information, click here"),
    Is("click here"),
    // An outlet about itself: who it is and where it may be read.
    Holds("journalists report the news in"),
    Holds("is a nonprofit newsroom"),
    Holds("is an independent, nonprofit news"),
];

/// Whether a line of these folded words is page furniture.
pub(super) fn is_furniture(folded: &str) -> bool {
    let line = bare(folded);
    let fits = |shape: &Shape| match *shape {
        Is(words) => line == words,
        Begins(start) => line.starts_with(start),
        Holds(words) => line.contains(words),
        BeginsMail(start) => line.starts_with(start) && line.contains(" at ") && line.contains('@'),
        HoldsMail(words) => line.contains(words) && line.contains('@'),
        BeginsHolds(start, words) => line.strip_prefix(start).is_some_and(|rest| rest.contains(words)),
    };
    is_placeholder(folded) || (folded.len() <= LONGEST && FURNITURE.iter().any(fits))
}

/// Whether the line stands where a picture stood ("16x9 Image"): pages print it beside the box on the author or the outlet.
pub(super) fn is_placeholder(folded: &str) -> bool {
    let number = |part: &str| !part.is_empty() && part.len() <= 4 && part.chars().all(|c| c.is_ascii_digit());
    let size = bare(folded).strip_suffix(" image").and_then(|size| size.split_once('x'));
    size.is_some_and(|(width, height)| number(width) && number(height))
}

fn bare(folded: &str) -> &str {
    folded
        .trim_start_matches(['•', '·', '*', '#', '>', '»', '\u{25BA}', ' '])
        .trim_end_matches([':', ';', '>', '»', ' '])
}

#[cfg(test)]
mod tests {
    use super::is_furniture;
    use crate::text::fold;

    fn check(line: &str, expected: bool) {
        assert_eq!(is_furniture(&fold(line)), expected, "{line:?}");
    }

    #[test]
    fn furniture_is_told_at_sight() {
        for line in [
            "Back to Top",
            "fb-pixel Skip to main content",
            "Filed Under:",
            "Posted on",
            "  • 16x9 Image",
            "Your Coast Radio news source",
            "Follow Ada Lind on Twitter: @adalind",
            "Got a confidential tip? Send it here.",
            "Contact Ada Lind at ada@example.org.",
            "Sign up for our morning letter",
            "[image via screengrab]",
        ] {
            check(line, true);
        }
    }

    #[test]
    fn sentences_of_an_article_are_not() {
        for line in [
            "They will follow the minister on his tour.",
            "Politics is the art of the possible, she said.",
            "By then the harbour was closed.",
            "Posted on the door was a notice of the sale.",
            "With reporting by the Harbour Post and Coast Radio",
            "Have a seat, he told the two men.",
            "Share prices fell by a third.",
            "Contact between the two firms was rare.",
            "The company changed its terms of service on Friday.",
            "[Video shows a ship at the quay]",
            "Email, Lind to roe@sea.example, 14 January 2016",
            "Tweet.",
            "COMMENTS:",
        ] {
            check(line, false);
        }
    }
}
