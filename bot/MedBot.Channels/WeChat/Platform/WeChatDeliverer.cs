using MedBot.Channels.Delivery;
using MedBot.Storage.Conversations;

namespace MedBot.Channels.WeChat.Platform;

/// <summary>Sends customer-service messages. One that the account may not send is given up; the resident can still ask for it with 继续.</summary>
internal sealed class WeChatDeliverer(WeChatPlatform platform) : IDeliverer
{
    public string Channel => WeChatServices.Channel;

    public async Task<DeliveryOutcome> DeliverAsync(OutgoingDelivery delivery, CancellationToken cancellation)
    {
        try
        {
            await platform.PostAsync("message/custom/send", delivery.Body, cancellation);
            return new DeliveryOutcome.Arrived();
        }
        catch (PlatformException refused)
        {
            return refused.IsPassing ? new DeliveryOutcome.Failed($"errcode {refused.Code}") : new DeliveryOutcome.Hopeless($"errcode {refused.Code}");
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
}
