//! Graphs of who is mentioned with whom: `GraphML` (graphdrawing.org, 2002) and GEXF 1.3 (gexf.net, 2022).
//!
//! A node is an entity, an edge a pair that passages name together; its weight is the number of those passages.

use std::io;

use crate::model::{Entity, EntityIx};

use super::comentions::comentions;
use super::{Loss, MAKER, Report, Sink};

pub(super) fn graphml(report: &Report<'_>, to: &mut Sink<'_>) -> io::Result<Loss> {
    let found = comentions(report);
    to.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")?;
    for (id, owner, name, kind) in [
        ("label", "node", "label", "string"),
        ("kind", "node", "kind", "string"),
        ("passages", "node", "passages", "int"),
        ("doubtful", "node", "doubtful", "boolean"),
        ("weight", "edge", "weight", "int"),
        ("documents", "edge", "documents", "int"),
        ("maker", "graph", "maker", "string"),
        ("made", "graph", "made", "string"),
        ("selection", "graph", "selection", "string"),
    ] {
        to.raw(&format!("<key id=\"{id}\" for=\"{owner}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>\n"))?;
    }
    to.raw("<graph id=\"mentioned-together\" edgedefault=\"undirected\">\n")?;
    data(to, "maker", MAKER)?;
    data(to, "made", &report.made.at.to_string())?;
    data(to, "selection", &told(report))?;
    for (at, passages) in &found.entities {
        let entity = report.corpus.entity(*at);
        to.raw(&format!("<node id=\"{}\">", entity.id))?;
        data(to, "label", &entity.name)?;
        data(to, "kind", entity.kind.name())?;
        data(to, "passages", &passages.to_string())?;
        data(to, "doubtful", &entity.is_doubtful.to_string())?;
        to.raw("</node>\n")?;
    }
    for ((one, other), pair) in &found.pairs {
        let id = |at: &EntityIx| report.corpus.entity(*at).id;
        to.raw(&format!("<edge source=\"{}\" target=\"{}\">", id(one), id(other)))?;
        data(to, "weight", &pair.passages.to_string())?;
        data(to, "documents", &pair.documents.to_string())?;
        to.raw("</edge>\n")?;
    }
    to.raw("</graph>\n</graphml>\n")?;
    Ok(Loss { replaced: to.replaced(), crowded: found.crowded, ..Loss::default() })
}

fn data(to: &mut Sink<'_>, key: &str, text: &str) -> io::Result<()> {
    to.raw(&format!("<data key=\"{key}\">"))?;
    to.xml(text)?;
    to.raw("</data>")
}

pub(super) fn gexf(report: &Report<'_>, to: &mut Sink<'_>) -> io::Result<Loss> {
    let found = comentions(report);
    let day: String = report.made.at.to_string().chars().take(10).collect();
    to.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n")?;
    to.raw(&format!("<meta lastmodifieddate=\"{day}\"><creator>{MAKER}</creator><description>"))?;
    to.xml(&told(report))?;
    to.raw("</description></meta>\n<graph mode=\"static\" defaultedgetype=\"undirected\">\n")?;
    to.raw("<attributes class=\"node\"><attribute id=\"kind\" title=\"kind\" type=\"string\"/>")?;
    to.raw("<attribute id=\"passages\" title=\"passages\" type=\"integer\"/>")?;
    to.raw("<attribute id=\"doubtful\" title=\"doubtful\" type=\"boolean\"/></attributes>\n")?;
    to.raw(
        "<attributes class=\"edge\"><attribute id=\"documents\" title=\"documents\" type=\"integer\"/></attributes>\n",
    )?;
    to.raw("<nodes>\n")?;
    for (at, passages) in &found.entities {
        let Entity { id, name, kind, is_doubtful, .. } = report.corpus.entity(*at);
        to.raw(&format!("<node id=\"{id}\" label=\""))?;
        to.attribute(name)?;
        to.raw(&format!("\"><attvalues><attvalue for=\"kind\" value=\"{}\"/>", kind.name()))?;
        to.raw(&format!("<attvalue for=\"passages\" value=\"{passages}\"/>"))?;
        to.raw(&format!("<attvalue for=\"doubtful\" value=\"{is_doubtful}\"/></attvalues></node>\n"))?;
    }
    to.raw("</nodes>\n<edges>\n")?;
    for (at, ((one, other), pair)) in found.pairs.iter().enumerate() {
        let id = |at: &EntityIx| report.corpus.entity(*at).id;
        let (one, other, weight) = (id(one), id(other), pair.passages);
        to.raw(&format!("<edge id=\"{at}\" source=\"{one}\" target=\"{other}\" weight=\"{weight}\">"))?;
        to.raw(&format!("<attvalues><attvalue for=\"documents\" value=\"{}\"/></attvalues></edge>\n", pair.documents))?;
    }
    to.raw("</edges>\n</graph>\n</gexf>\n")?;
    Ok(Loss { replaced: to.replaced(), crowded: found.crowded, ..Loss::default() })
}

/// What leaves and what was asked for, in a line.
fn told(report: &Report<'_>) -> String {
    let filter = report.selection.filter();
    let asked = if filter.is_empty() { String::new() } else { format!("; asked for: {}", filter.join("; ")) };
    format!("{}{asked}", report.selection.in_words())
}
