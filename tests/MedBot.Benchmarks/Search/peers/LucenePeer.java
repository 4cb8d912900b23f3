import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.core.LowerCaseFilter;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Lucene's BM25 with its defaults over the same collection, for comparison.
 * Arguments: a file of "id, words, text" rows (words cut by jieba and joined by blanks), the mode (word, bigram or hybrid), how many hits.
 * Standard input: "words, text" rows, one a query. Standard output: ids and "#microseconds", separated by tabs.
 */
public final class LucenePeer {
    private static final int WARM_UP_QUERIES = 3000;

    public static void main(String[] arguments) throws Exception {
        Path rows = Path.of(arguments[0]);
        String mode = arguments[1];
        int top = Integer.parseInt(arguments[2]);
        Analyzer words = new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                WhitespaceTokenizer tokenizer = new WhitespaceTokenizer();
                return new TokenStreamComponents(tokenizer, new LowerCaseFilter(tokenizer));
            }
        };
        Analyzer pairs = new CJKAnalyzer(org.apache.lucene.analysis.CharArraySet.EMPTY_SET);
        Analyzer analyzer = new PerFieldAnalyzerWrapper(pairs, java.util.Map.of("words", words));
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        List<String[]> sample = new ArrayList<>();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer));
                BufferedReader reader = Files.newBufferedReader(rows, StandardCharsets.UTF_8)) {
            for (String line; (line = reader.readLine()) != null;) {
                String[] cells = line.split("\t", -1);
                Document document = new Document();
                document.add(new StoredField("id", cells[0]));
                if (!mode.equals("bigram")) {
                    document.add(new TextField("words", cells[1], Field.Store.NO));
                }
                if (!mode.equals("word")) {
                    document.add(new TextField("pairs", cells[2], Field.Store.NO));
                }
                writer.addDocument(document);
                if (sample.size() < WARM_UP_QUERIES) {
                    sample.add(new String[] {head(cells[1], 30), head(cells[2], 20)});
                }
            }
            writer.forceMerge(1);
        }
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        for (int i = 0; i < WARM_UP_QUERIES && !sample.isEmpty(); i++) {
            String[] query = sample.get(i % sample.size());
            searcher.search(query(analyzer, mode, query[0], query[1]).build(), top);
        }
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        BufferedWriter output = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        for (String line; (line = input.readLine()) != null;) {
            String[] cells = line.split("\t", -1);
            long start = System.nanoTime();
            ScoreDoc[] hits = searcher.search(query(analyzer, mode, cells[0], cells[1]).build(), top).scoreDocs;
            long elapsed = System.nanoTime() - start;
            for (ScoreDoc hit : hits) {
                output.write(searcher.doc(hit.doc).get("id"));
                output.write('\t');
            }
            output.write("#" + elapsed / 1000.0 + "\n");
        }
        output.flush();
    }

    private static BooleanQuery.Builder query(Analyzer analyzer, String mode, String words, String text) throws Exception {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        if (!mode.equals("bigram")) {
            add(query, analyzer, "words", words);
        }
        if (!mode.equals("word")) {
            add(query, analyzer, "pairs", text);
        }
        return query;
    }

    private static void add(BooleanQuery.Builder query, Analyzer analyzer, String field, String text) throws Exception {
        try (TokenStream tokens = analyzer.tokenStream(field, new StringReader(text))) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                query.add(new TermQuery(new Term(field, term.toString())), BooleanClause.Occur.SHOULD);
            }
            tokens.end();
        }
    }

    private static String head(String text, int length) {
        return text.substring(0, Math.min(text.length(), length));
    }
}
