using MedBot.Segmentation.Compiled;

namespace MedBot.Segmentation.Compiler;

/// <summary>A word with its value, and how often it is looked for: the cells of frequent words are placed first, close together.</summary>
internal readonly record struct TrieWord(string Word, int Value, long Weight);

/// <summary>Builds a double-array trie of many words at once.</summary>
internal static class TrieBuilder
{
    public static Trie Build(Alphabet alphabet, IEnumerable<TrieWord> words)
    {
        var root = new Node();
        foreach (var word in words)
        {
            var node = root;
            foreach (var c in word.Word)
            {
                var code = alphabet.Codes[c];
                if (!node.Children.TryGetValue(code, out var child))
                    node.Children[code] = child = new Node();
                node = child;
                node.Weight += word.Weight;
            }

            node.Value = word.Value;
        }

        var editor = new TrieEditor(alphabet);
        var waiting = new PriorityQueue<Node, (long, int)>();
        var order = 0;
        waiting.Enqueue(root, default);
        while (waiting.TryDequeue(out var node, out _))
        {
            editor.AddChildren(node.Cell, [.. node.Children.Keys]);
            foreach (var (code, child) in node.Children)
            {
                child.Cell = editor.Child(node.Cell, code);
                editor.SetValue(child.Cell, child.Value);
                if (child.Children.Count > 0)
                    waiting.Enqueue(child, (-child.Weight, order++));
            }
        }

        return editor.ToTrie();
    }

    private sealed class Node
    {
        public SortedDictionary<ushort, Node> Children { get; } = [];

        public int Value { get; set; }

        public long Weight { get; set; }

        public int Cell { get; set; }
    }
}
