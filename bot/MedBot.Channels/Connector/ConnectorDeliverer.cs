using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MedBot.Channels.Delivery;
using MedBot.Storage.Conversations;

namespace MedBot.Channels.Connector;

/// <summary>Posts replies to channels.</summary>
internal sealed class ConnectorDeliverer(ServiceClients clients, ConnectorTokens tokens) : IDeliverer
{
    public string Channel => ConnectorChannel.Name;

    public async Task<DeliveryOutcome> DeliverAsync(OutgoingDelivery delivery, CancellationToken cancellation)
    {
        var address = JsonSerializer.Deserialize(delivery.Address, ConnectorJson.Default.ConnectorAddress)!;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address.Url)
            {
                Content = new StringContent(delivery.Body, Encoding.UTF8, "application/json"),
            };
            if (address.Authenticate)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellation));
            using var answer = await clients.For(address.Trust).SendAsync(request, cancellation);
            if (answer.StatusCode == HttpStatusCode.Unauthorized && request.Headers.Authorization?.Parameter is { } refused)
                tokens.Forget(refused);
            return OutcomeOf(answer.StatusCode);
        }
        catch (HttpRequestException failure) when (failure.InnerException is UntrustedServiceException)
        {
            return new DeliveryOutcome.Hopeless("the service URL is not trusted");
        }
        catch (HttpRequestException failure)
        {
            return new DeliveryOutcome.Failed($"not reached ({failure.HttpRequestError})");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new DeliveryOutcome.Failed("timed out");
        }
    }

    // 401 may be a token that has just run out; the next try gets another.
    private static DeliveryOutcome OutcomeOf(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => new DeliveryOutcome.Arrived(),
        401 or 408 or 429 or >= 500 => new DeliveryOutcome.Failed($"status {(int)status}"),
        _ => new DeliveryOutcome.Hopeless($"status {(int)status}"),
    };
}
