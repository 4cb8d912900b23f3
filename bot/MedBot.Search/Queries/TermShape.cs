namespace MedBot.Search.Queries;

internal enum TermShape : byte
{
    Single,
    Pair,
    Word,
    Run,
}
