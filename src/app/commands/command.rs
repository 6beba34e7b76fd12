//! [`Command`]: what a reader may ask of the session, by groups. The keys are the table's business.

use crate::app::pane::Pane;

/// What a reader may ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Move the cursor of the pane, column or popup in focus.
    Move(Move),
    /// Put another pane in focus, or give it the whole screen.
    Focus(Focus),
    /// Do something with the item under the cursor.
    Item(Item),
    /// Walk the places of what `n` names.
    Walk(Walk),
    /// Move about a text.
    Read(Read),
    /// Change what a list shows.
    List(List),
    /// Move along the calendar, or group by it.
    Calendar(Calendar),
    /// Go to another place.
    Go(Go),
    /// Open something over the panes.
    Open(Open),
    /// In the comparison.
    Compare(Compare),
    /// In the matrix.
    Table(Table),
    /// With the evidence tray.
    Tray(Tray),
    /// Add to the casework.
    Work(Work),
    /// Change what is selected in a text.
    Select(Select),
    /// Copy something.
    Copy(Copy),
    /// Edit a line of text.
    Edit(Edit),
    /// In a box of choices.
    Choose(Choose),
    /// Everything else.
    Program(Program),
}

/// Moves of a cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    /// One row down.
    Down,
    /// One row up.
    Up,
    /// Half a page down.
    HalfDown,
    /// Half a page up.
    HalfUp,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// To the beginning.
    First,
    /// To the end.
    Last,
}

/// Which pane is in focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Focus {
    /// The next one.
    Next,
    /// The one before.
    Previous,
    /// That one.
    To(Pane),
    /// The pane in focus fills the screen, or gives it back.
    Zoom,
    /// The pane in focus stays as it stands, or follows again.
    Freeze,
}

/// What can be done with the item under the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// Follow it.
    Follow,
    /// Pin it as a filter, or take the pin out.
    Pin,
    /// Add it to the target, or take it out again.
    And,
    /// Leave passages that hold it out of the target, or take them in again.
    Without,
    /// Say how it was found and linked.
    Why,
    /// Say everything about its document, and which files were passed over.
    Details,
    /// List all its names, roles and documents.
    Names,
}

/// Steps through the places of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Walk {
    /// The next place.
    Next,
    /// The place before.
    Previous,
    /// The first place in the next document that has one.
    NextDocument,
    /// The first place in the document before that has one.
    PreviousDocument,
}

/// Moves in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Read {
    /// The next of these.
    Next(Stop),
    /// The one before.
    Previous(Stop),
    /// Close folded stretches.
    Fold,
    /// Open folded stretches.
    Unfold,
    /// Shorter lines.
    Narrower,
    /// Longer lines.
    Wider,
}

/// What a move in a text stops at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stop {
    /// Any name or time.
    Anything,
    /// A person.
    Person,
    /// An organization.
    Organization,
    /// A time.
    Time,
    /// A note, a tag or a bookmark of the reader's own.
    Note,
    /// A paragraph.
    Paragraph,
}

/// What a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum List {
    /// Only the next kind of item.
    Kind,
    /// In the next order.
    Order,
    /// Who stands in the same passages as the item under the cursor; again, everybody.
    Related,
    /// Show the references that are sure, all, or none.
    References,
    /// Passages as one reads, or by the words around the mention.
    Context,
    /// Passages by document, by date or by who is beside.
    Grouping,
    /// Close all groups, or open all.
    FoldAll,
    /// Pick out the passage or the group under the cursor, or put it back.
    Pick,
    /// Close the group under the cursor.
    Fold,
    /// Open the group under the cursor.
    Unfold,
}

/// The calendar of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// Group by the next finer unit.
    Finer,
    /// Group by the next coarser unit.
    Coarser,
    /// By when it happened, or by when it was reported.
    Clock,
    /// The next day that something is dated to.
    NextDay,
    /// The day before.
    PreviousDay,
    /// The next stretch of the bar that something lies in.
    NextStretch,
    /// The stretch before.
    PreviousStretch,
    /// The first undated row.
    Undated,
    /// Keep only what may lie in the unit under the cursor.
    Pin,
    /// The next event that sources tell differently.
    NextDifference,
    /// The one before.
    PreviousDifference,
}

/// Other places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Go {
    /// Where the reader was before.
    Back,
    /// Where the reader came back from.
    Forward,
    /// The next document.
    NextDocument,
    /// The document before.
    PreviousDocument,
    /// A mark on this place, under the letter that follows.
    Mark,
    /// The place that is marked with the letter that follows.
    Marked,
}

/// What opens over the panes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Open {
    /// Search in the texts.
    Search,
    /// The filter line.
    Filter,
    /// A list of queries from a file.
    Batch,
    /// The finder.
    Finder,
    /// Who or what stands in which document, and how often.
    Matrix,
    /// The comparison of documents.
    Compare,
    /// A date to go to.
    Date,
    /// The box in which is said what leaves as a file.
    Export,
    /// All commands, to run one.
    Palette,
    /// All keys, to read.
    Help,
}

/// In the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Compare {
    /// The next column.
    NextColumn,
    /// The column before.
    PreviousColumn,
    /// Choose the document of the first column.
    ChooseFirst,
    /// Choose the document of the second column.
    ChooseSecond,
    /// Choose the document of the column in focus.
    ChooseHere,
    /// The column in focus changes places with the next one.
    Swap,
    /// One more column.
    Add,
    /// Close the column in focus.
    Close,
    /// Whether the columns move together.
    Scrolling,
    /// The next passage of the target in this column, with those beside it where columns are aligned.
    NextPassage,
    /// The one before.
    PreviousPassage,
    /// The next difference between sources.
    NextDifference,
    /// The one before.
    PreviousDifference,
    /// Read this column's document here.
    Follow,
}

/// In the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Table {
    /// The next column.
    NextColumn,
    /// The column before.
    PreviousColumn,
    /// Order the rows by the column under the cursor; again, the other way round.
    Order,
    /// The next kind of rows.
    Kind,
    /// The passages of the cell under the cursor.
    Follow,
}

/// With the evidence tray.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tray {
    /// Put the selection or the passage in.
    Put,
    /// Look at what is in it.
    Open,
    /// Move a piece down.
    Later,
    /// Move a piece up.
    Earlier,
    /// Take a piece out.
    Remove,
    /// Read a piece where it stands.
    Follow,
    /// Copy all of it with citations.
    Copy,
    /// Take it away as a file.
    Export,
    /// Tag all of it in the casebook.
    Keep,
}

/// The reader's own work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Work {
    /// Mark the entity for a merge.
    Mark,
    /// Merge entities; in a text, say whom a name means.
    Merge,
    /// Split an entity.
    Split,
    /// Another name or kind.
    Rename,
    /// Hide an entity; in a text, say that a name is not whom it is linked to.
    Reject,
    /// Say that a name is whom it is linked to.
    Confirm,
    /// Set a publication date or what a time means.
    Set,
    /// Label as page furniture, or as part of the article.
    Furniture,
    /// Begin to select words.
    Select,
    /// A note.
    Note,
    /// A tag.
    Tag,
    /// A bookmark.
    Bookmark,
    /// A mark that a document has been reviewed.
    Review,
    /// Undo the last thing.
    Undo,
    /// Do it again.
    Redo,
    /// What the casebook holds.
    Browse,
    /// Edit the note where it is listed.
    EditNote,
    /// Edit the note in an editor.
    EditOutside,
    /// Take back what is under the cursor.
    TakeBack,
    /// Try again to save.
    Save,
    /// Write the casebook into another file too.
    Export,
    /// Save what is searched under a name.
    SaveSearch,
    /// The saved searches.
    Searches,
}

/// Changing what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Select {
    /// The word after it instead.
    NextWord,
    /// The word before it instead.
    PreviousWord,
    /// One word longer.
    Longer,
    /// One word shorter.
    Shorter,
    /// The whole passages that it touches.
    Passage,
    /// Say whom it names.
    Name,
}

/// Copying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Copy {
    /// The item's line.
    Line,
    /// The words.
    Quote,
    /// Where they stand.
    Citation,
    /// Both.
    QuoteWithCitation,
    /// The address of the original, else its path.
    Original,
    /// Cite in the next style.
    Style,
}

/// Editing a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edit {
    /// One character left.
    Left,
    /// One character right.
    Right,
    /// To the start.
    Start,
    /// To the end.
    End,
    /// Delete the character before.
    Backspace,
    /// Delete the character under the cursor.
    Delete,
    /// Delete the word before.
    Word,
    /// Delete everything before.
    Clear,
}

/// In a box of choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choose {
    /// Take the choice under the cursor.
    Accept,
    /// The next choice.
    Next,
    /// The choice before.
    Previous,
    /// A page of choices on.
    PageDown,
    /// A page of choices back.
    PageUp,
    /// The next kind of choice.
    Kind,
    /// The next extent of what is chosen from.
    Scope,
}

/// Everything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Program {
    /// Step back one thing; never quits.
    StepBack,
    /// Close the view; at the root, quit.
    Close,
    /// Cancel what runs; twice in a row, quit.
    Cancel,
    /// Stop until the shell continues the program.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Read the sources again.
    Reload,
    /// Listen to the mouse, or not.
    Mouse,
}
