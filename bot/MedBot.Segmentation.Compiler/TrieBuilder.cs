using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation.Compiler;

/// <summary>A word with its value, which is not 0.</summary>
internal readonly record struct TrieWord(string Word, int Value);

/// <summary>Builds a double-array trie of many words at once, denser than adding them one by one.</summary>
internal static class TrieBuilder
{
    public static Trie Build(Alphabet alphabet, IEnumerable<TrieWord> words)
    {
        var nodes = NodesOf(alphabet, words);
        var parents = nodes.Where(node => node.Children.Count > 0).OrderByDescending(node => node.Children.Count).ToList();

        // Large families first, while there is room; the many with one child fill the gaps.
        var editor = new TrieEditor(alphabet);
        foreach (var parent in parents)
            parent.Base = parent == nodes[0] ? 0 : editor.AddFamily([.. parent.Children.Select(child => child.Code)]);
        foreach (var parent in parents)
        {
            foreach (var child in parent.Children)
                editor.Set(parent.Base + child.Code, Cell.Pack(child.Code, child.Base, child.Value));
        }

        return editor.ToTrie();
    }

    // The root comes first. Words in the order of their codes, so that a node's children are only ever added at the end.
    private static List<Node> NodesOf(Alphabet alphabet, IEnumerable<TrieWord> words)
    {
        var nodes = new List<Node> { new(0) };
        foreach (var (codes, value) in words.Select(word => (Codes(word.Word), word.Value)).OrderBy(pair => pair.Item1, StringComparer.Ordinal))
        {
            var node = nodes[0];
            foreach (var code in codes)
            {
                if (node.Children is not [.., var child] || child.Code != code)
                {
                    child = new Node(code);
                    node.Children.Add(child);
                    nodes.Add(child);
                }

                node = child;
            }

            node.Value = value;
        }

        return nodes;

        string Codes(string word) => string.Create(word.Length, word, (codes, characters) =>
        {
            for (var i = 0; i < codes.Length; i++)
                codes[i] = (char)alphabet.Codes[characters[i]];
        });
    }

    private sealed class Node(ushort code)
    {
        public ushort Code { get; } = code;

        public List<Node> Children { get; } = [];

        public int Value { get; set; }

        public int Base { get; set; }
    }
}
